#!/bin/sh
# tag.sh - how well tag does on treebanks of Universal Dependencies: on those
# that are named behind --, trained on the others, beside other ways to tags and
# lemmas; and in five folds on each of the others, trained on all else (-f: not);
# and how fast it is, its start included.
# usage: bench/tag.sh [-f] TRAIN.conllu ... [-- TEST.conllu ...], after make; takes
# minutes.  In the environment: LEFFF=FILE, a lexicon that lemmatise reads;
# CRFSUITE=FOLDER, the package crfsuite of npm, unpacked.  What is missing is told.
set -eu
cd "$(dirname "$0")/.."
PATH=$PWD/build/bin:$PATH
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
apertium=/usr/share/apertium/apertium-fra-cat/fra-cat.automorf.bin
folds=yes
[ "${1:-}" != -f ] || { folds= && shift; }

score() { # NAME; of the rows on standard input
	printf '%s: ' "$1"
	perl tests/lemma-gold.pl all
}

weights() { # TREEBANK ...; as the bundled ones are made
	tag -q -T "$@" | sed '1r pipeline/weights/fr/tags.grammar'
}

rows() { # WEIGHTS TREEBANK [ARGUMENT ...]
	w=$1
	perl tests/lemma-gold.pl words "$2" >"$T/stream"
	shift 2
	tag -q -w "$w" -o word,gold,upos,lemma,pos "$@" "$T/stream"
}

# Streams in which each word has its part of speech and its lemma: the rows of
# those that know no context.
by_words() { # NAME
	lemmatise -q -o word,gold,upos,lemma,pos "$T/stream" |
		score "$1, hunspell alone (lemmatise)"
	if [ -n "${LEFFF:-}" ]; then
		lemmatise -q -d "$LEFFF" -o word,gold,upos,lemma,pos "$T/stream" |
			score "$1, Lefff alone (lemmatise -d)"
	else
		echo 'left out: Lefff (LEFFF=FILE)'
	fi
	awk -F '\t' -v OFS='\t' '!/^</ { print $1, $4, $5, $3, "-" }' "$T/stream" |
		score "$1, the form itself"
	if command -v lt-proc >/dev/null && [ -f $apertium ]; then
		awk -F '\t' -v OFS='\t' '!/^</ { print $1, $4, $5 }' "$T/stream" |
			perl bench/apertium.pl $apertium "$T/words" |
			score "$1, first analysis of apertium-fra-cat"
	else
		echo 'left out: Apertium (packages apertium, apertium-fra-cat)'
	fi
}

crf_open() {
	if [ ! -d "${CRFSUITE:-}" ]; then
		echo 'left out: CRFsuite (npm pack crfsuite; CRFSUITE=FOLDER)'
		return
	fi
	cc -O2 -w -I"$CRFSUITE/crfsuite/include" -I"$CRFSUITE/crfsuite/lib/cqdb/include" \
		-I"$CRFSUITE/liblbfgs/include" -o "$T/crf" bench/crf.c \
		"$CRFSUITE"/crfsuite/lib/crf/src/*.c "$CRFSUITE"/crfsuite/lib/cqdb/src/cqdb.c \
		"$CRFSUITE"/crfsuite/lib/cqdb/src/lookup3.c "$CRFSUITE"/liblbfgs/lib/lbfgs.c -lm
	while read -r f; do
		perl tests/lemma-gold.pl words "$f" >"$T/crf.stream"
		perl bench/crf.pl "$T/crf.stream"
	done <"$T/train" | "$T/crf" learn "$T/model" >/dev/null
}

crf() { # NAME; of the stream
	[ -f "$T/model" ] || return 0
	perl bench/crf.pl "$T/stream" | "$T/crf" tag "$T/model" >"$T/tags"
	awk -F '\t' -v OFS='\t' '!/^</ { print $1, $4, $5, "-" }' "$T/stream" |
		paste - "$T/tags" | score "$1, CRFsuite"
}

n=0
for f; do
	n=$((n + 1))
	[ "$f" != -- ] || break
	n_train=$n
done
i=0
for f; do
	i=$((i + 1))
	[ "$i" -gt "$n_train" ] || echo "$f" >>"$T/train"
	[ "$i" -le "$n" ] || echo "$f" >>"$T/test"
done
echo 'words, % of parts of speech, % of lemmas'
# shellcheck disable=SC2046 # paths of treebanks have no blanks
weights $(cat "$T/train") >"$T/weights"
if [ -s "$T/test" ]; then
	crf_open
	while read -r f; do
		name=${f##*/}
		rows "$T/weights" "$f" | score "$name"
		rows "$T/weights" "$f" -X | score "$name, no dictionary"
		by_words "$name"
		crf "$name"
	done <"$T/test"
else
	rows "$T/weights" "$1" >/dev/null
fi
{
	sed '$d' "$T/stream" # the last one, without its end
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		sed '1,2d; $d' "$T/stream"
	done
	echo '</speech>'
} >"$T/long"
start=$(date +%s%N)
tag -q -w "$T/weights" "$T/long" >/dev/null
end=$(date +%s%N)
echo "$(grep -vc '^<' "$T/long") tokens in $(((end - start) / 1000000)) ms"
[ -n "$folds" ] || exit 0
cp "$T/train" "$T/each"
while read -r f; do
	for k in 0 1 2 3 4; do
		# sentences k, k + 5 ... are left out of training, and tried
		awk -v k="$k" -v RS= -v ORS='\n\n' 'NR % 5 != k' "$f" >"$T/rest.conllu"
		awk -v k="$k" -v RS= -v ORS='\n\n' 'NR % 5 == k' "$f" >"$T/fold.conllu"
		# shellcheck disable=SC2046
		weights "$T/rest.conllu" $(grep -vxF "$f" "$T/train") \
			$(cat "$T/test" 2>/dev/null) >"$T/weights"
		rows "$T/weights" "$T/fold.conllu"
	done | score "${f##*/}, five folds"
done <"$T/each"
