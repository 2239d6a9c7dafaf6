#!/bin/sh
# tag against the parts of speech and the lemmas of a treebank that it was not
# trained on, where it lies beside the checkout (../shared), and its training;
# prints TAP.  The figures of tag.1 come from here and from bench/tag.sh.
set -u
. tests/tap.sh

gold=../shared/gold
dev=$gold/ud/Sequoia/fr_sequoia-ud-dev.conllu
[ -f $dev ] || skip_all "no treebanks in $gold beside the checkout"

# % with the part of speech, % with the lemma of all words: at least as good?
check() { # NAME LEAST_POS LEAST_LEMMA ARGUMENT ...
	name=$1
	pos=$2
	lemma=$3
	shift 3
	tag -q -o word,gold,upos,lemma,pos "$@" "$T/dev" |
		perl tests/lemma-gold.pl all >"$T/score"
	read -r words of_pos of_lemma <"$T/score"
	echo "# $name: $words words, $of_pos % of parts of speech," \
		"$of_lemma % of lemmas"
	if awk -v a="$of_pos" -v b="$pos" -v c="$of_lemma" -v d="$lemma" \
		'BEGIN { exit !(a >= b && c >= d) }'; then
		pass "$name: $pos and $lemma % or more"
	else
		fail "$name: $pos and $lemma % or more" "$of_pos $of_lemma"
	fi
}

perl tests/lemma-gold.pl words $dev >"$T/dev" || exit 2
check 'Sequoia' 98.0 98.6
check 'Sequoia, no dictionary' 97.0 97.7 -X

# What changes the features of words makes other weights.
made_with=1:7.0-1
if [ "$(dpkg-query -W -f '${Version}' hunspell-fr-classical 2>&1)" = $made_with ]; then
	tag -q -T $gold/ud-train/ParisStories/*.conllu \
		$gold/ud-train/Rhapsodie/*.conllu \
		$gold/ud-train/Sequoia/*.conllu $gold/ud/GSD/*.conllu |
		sed -e '1r pipeline/weights/fr/tags.licence' \
			-e '1r pipeline/weights/fr/tags.grammar' >"$T/weights"
	if cmp -s "$T/weights" pipeline/weights/fr/tags.weights; then
		pass 'the bundled weights are made again, byte for byte'
	else
		fail 'the bundled weights are made again, byte for byte'
	fi
fi
plan
