#!/bin/sh
# The tenses that stats tells against those of treebanks, where they lie beside
# the checkout (../shared): of their own parts of speech and lemmas, and of those
# of tag on one that it was not trained on; prints TAP.  The figures of stats.1
# come from here: of each tense, how many verbs there are, and what part of those
# told is right, and of those there are is told so (by sentence: two errors of
# one that undo each other are not seen).
set -u
. tests/tap.sh

gold=../shared/gold
[ -d $gold ] || skip_all "no treebanks in $gold beside the checkout"

check() { # NAME LEAST; of a token stream on standard input
	stats -q -f counts | perl tests/tense-gold.pl score "$T/gold" >"$T/score"
	sed "s/^/# $1: /" "$T/score" | tr '\t' ' '
	if awk -F '\t' -v least="$2" '$1 == "finite" && $3 >= least &&
		$4 >= least { good = 1 } END { exit !good }' "$T/score"; then
		pass "$1: $2 or more of finite verbs"
	else
		fail "$1: $2 or more of finite verbs" "$(head -n 1 "$T/score")"
	fi
}

while read -r file least name; do
	[ -f "$gold/$file" ] || continue
	perl tests/tense-gold.pl stream "$gold/$file" "$T/gold" >"$T/stream" || exit 2
	check "$name" "$least" <"$T/stream"
	[ "$name" = 'Sequoia, dev' ] || continue
	awk -F '\t' -v OFS='\t' 'NR == 1 { sub(/ lemma pos/, "") }
		/^</ { print; next } { print $1, $2, $3 }' "$T/stream" |
		tag -q >"$T/tagged"
	check "$name, by tag" 0.960 <"$T/tagged"
done <<'END'
ud/Sequoia/fr_sequoia-ud-dev.conllu 0.980 Sequoia, dev
ud-train/Sequoia/fr_sequoia-ud-train.conllu 0.975 Sequoia, train
ud/GSD/fr_gsd-ud-dev.conllu 0.980 GSD, dev
ud-train/Rhapsodie/fr_rhapsodie-ud-train.conllu 0.955 Rhapsodie (spoken)
ud-train/ParisStories/fr_parisstories-ud-train.conllu 0.965 ParisStories (spoken)
END
plan
