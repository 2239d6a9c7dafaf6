#!/bin/sh
# pivots.sh CORPUS STEMS - the cooccurrents of each of the words $PIVOTS as one
# table, the pivot before the columns of cooccurrents(1); without PIVOTS, of the
# three first words of the table of frequent stems.  CORPUS.pivots keeps their list.
set -eu
export LC_ALL=C
corpus=$1
stems=$2
set -f # words, no patterns of files
if [ -n "${PIVOTS:-}" ]; then
	# shellcheck disable=SC2086 # words of a list
	printf '%s\n' $PIVOTS | tr _ ' '
else
	awk -F '\t' '
	NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	NR <= 4 { print $c["form"] }' "$stems"
fi >"$corpus.pivots"
first=yes
while IFS= read -r pivot; do
	cooccurrents -q -c form -p "$pivot" "$corpus" >"$corpus.around"
	PIVOT=$pivot FIRST=$first awk '
	NR == 1 { if (ENVIRON["FIRST"] == "yes") print "pivot\t" $0; next }
	{ print ENVIRON["PIVOT"] "\t" $0 }' "$corpus.around"
	first=no
done <"$corpus.pivots"
[ "$first" = no ] || printf 'pivot\tterm\n'
rm -f "$corpus.around"
