#!/bin/sh
# shellcheck disable=SC2154 # the labels
# ngrams.sh - frequent words and runs of words.
. pipeline/reports/common.sh

columns=form,type,freq,speeches
[ "$COUNT" != form ] || columns=form,freq,speeches
title "$L_NGRAMS - $TITLE"
echo
say "$t_types" "$COUNT"
echo
head -n 31 "$W/types.tsv" |
	show_table -c "$columns" -r "form=$c_term" -r "type=$COUNT" \
		-r "freq=$c_freq" -r "speeches=$c_speeches"
echo
say "$t_ngrams"
for n in 2 3 4; do
	heading "n = $n"
	no_grammar ngram "$W/ngrams.tsv" | awk -F '\t' -v OFS='\t' -v n="$n" '
	NR == 1 || $1 == n { gsub("\047 ", "\047", $2); print }' >"$T/runs"
	show_table -c ngram,freq -o -freq,ngram -n 20 -r "ngram=$c_term" \
		-r "freq=$c_freq" "$T/runs"
done
