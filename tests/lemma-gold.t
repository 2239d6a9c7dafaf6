#!/bin/sh
# lemmatise against the lemmas of two treebanks, where they lie beside the
# checkout (../shared): by hunspell, and by a lexicon made of the other
# treebank; prints TAP.  The figures of lemmatise.1 come from here.
set -u
. tests/tap.sh

gold=../shared/gold/ud
gsd=$gold/GSD/fr_gsd-ud-dev.conllu
sequoia=$gold/Sequoia/fr_sequoia-ud-dev.conllu
{ [ -f $gsd ] && [ -f $sequoia ]; } ||
	skip_all "no treebanks in $gold beside the checkout"

# Words, % with the lemma, the same with the treebank's pronouns, % of nouns,
# verbs, adjectives, adverbs, % with the part of speech: at least as good?
check() { # NAME STREAM LEAST ARGUMENT ...
	name=$1
	stream=$2
	least=$3
	shift 3
	lemmatise -q -o word,gold,upos,lemma,pos "$@" "$stream" >"$T/rows" &&
		perl tests/lemma-gold.pl score <"$T/rows" >"$T/score"
	read -r words same alike content pos <"$T/score"
	echo "# $name: $words words, $same %, $alike % but for pronouns," \
		"$content % of content words, $pos % of parts of speech"
	if awk -v a="$same" -v b="$least" 'BEGIN { exit !(a >= b) }'; then
		pass "$name: $least % or more"
	else
		fail "$name: $least % or more" "$same %"
	fi
}

perl tests/lemma-gold.pl stream $gsd >"$T/gsd" || exit 2
perl tests/lemma-gold.pl stream $sequoia >"$T/sequoia" || exit 2
perl tests/lemma-gold.pl lexicon $gsd >"$T/gsd.tsv" || exit 2
perl tests/lemma-gold.pl lexicon $sequoia >"$T/sequoia.tsv" || exit 2
check 'hunspell, GSD' "$T/gsd" 94.5
check 'hunspell, Sequoia' "$T/sequoia" 95.5
check 'hunspell, GSD, no table' "$T/gsd" 60 -X
check 'lexicon of GSD, Sequoia' "$T/sequoia" 85 -d "$T/gsd.tsv"
check 'lexicon of Sequoia, GSD' "$T/gsd" 75 -d "$T/sequoia.tsv"
plan
