#!/bin/sh
# shellcheck disable=SC2154 # the labels
# ngrams.sh - frequent stems and runs of words.
. pipeline/reports/common.sh

title "$L_NGRAMS - $TITLE"
echo
say "$t_stems"
echo
head -n 31 "$W/stems.tsv" |
	show_table -c form,stem,freq,speeches -r "form=$c_term" \
		-r "stem=$c_stem" -r "freq=$c_freq" -r "speeches=$c_speeches"
echo
say "$t_ngrams"
for n in 2 3 4; do
	heading "n = $n"
	# shellcheck disable=SC2086 # a list of files
	awk -F '\t' -v OFS='\t' -v n="$n" '
	FILENAME != ARGV[ARGC - 1] { stop[$0]; next }
	FNR == 1 { print; next }
	$1 == n && $2 != "" {
		k = split($2, w, " ")
		if (!(w[1] in stop) && !(w[k] in stop)) {
			gsub("\047 ", "\047", $2)
			print
		}
	}' $STOPLISTS "$W/ngrams.tsv" >"$T/runs"
	show_table -c ngram,freq -o -freq,ngram -n 20 -r "ngram=$c_term" \
		-r "freq=$c_freq" "$T/runs"
done
