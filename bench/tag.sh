#!/bin/sh
# tag.sh - how well tag does on treebanks of Universal Dependencies: on those
# that are named behind --, trained on the others, and in five folds on each of
# the others, trained on all else; and how fast it is, its start included.
# usage: bench/tag.sh TRAIN.conllu ... [-- TEST.conllu ...], after make; takes
# minutes.
set -eu
cd "$(dirname "$0")/.."
PATH=$PWD/build/bin:$PATH
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT

score() { # NAME; of the rows on standard input
	printf '%s: ' "$1"
	perl tests/lemma-gold.pl all
}

rows() { # WEIGHTS TREEBANK [ARGUMENT ...]
	w=$1
	perl tests/lemma-gold.pl words "$2" >"$T/stream"
	shift 2
	tag -q -w "$w" -o word,gold,upos,lemma,pos "$@" "$T/stream"
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
if [ -s "$T/test" ]; then
	xargs tag -q -T <"$T/train" >"$T/weights"
	while read -r f; do
		rows "$T/weights" "$f" | score "${f##*/}"
		rows "$T/weights" "$f" -X | score "${f##*/}, no dictionary"
		lemmatise -q -o word,gold,upos,lemma,pos "$T/stream" |
			score "${f##*/}, lemmatise"
	done <"$T/test"
else
	xargs tag -q -T <"$T/train" >"$T/weights"
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
cp "$T/train" "$T/each"
while read -r f; do
	for k in 0 1 2 3 4; do
		# sentences k, k + 5 ... are left out of training, and tried
		awk -v k="$k" -v RS= -v ORS='\n\n' 'NR % 5 != k' "$f" >"$T/rest.conllu"
		awk -v k="$k" -v RS= -v ORS='\n\n' 'NR % 5 == k' "$f" >"$T/fold.conllu"
		{ grep -vxF "$f" "$T/train" || :; cat "$T/test" 2>/dev/null || :; } |
			xargs tag -q -T "$T/rest.conllu" >"$T/weights"
		rows "$T/weights" "$T/fold.conllu"
	done | score "${f##*/}, five folds"
done <"$T/each"
