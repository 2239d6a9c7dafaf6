#!/bin/sh
# shellcheck disable=SC2154 # the labels
# style.sh - how the speeches are written: richness and readability of each,
# with intervals over its sentences.
. pipeline/reports/common.sh
MOST_SPEECHES=60

# The columns NAMES of a table for the longest speeches, in the table's order.
longest() { # TABLE NAMES
	awk -F '\t' -v OFS='\t' '
	NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	{ print NR, $c["words"] }' "$1" | sort -t "$TAB" -k 2,2nr -k 1,1n |
		head -n "$MOST_SPEECHES" >"$T/longest"
	awk -F '\t' -v OFS='\t' -v names="$2" '
	FILENAME == ARGV[1] { shown[$1]; next }
	FNR == 1 {
		for (i = 1; i <= NF; i++)
			c[$i] = i
		n = split(names, name, ",")
	}
	FNR == 1 || FNR in shown {
		for (i = 1; i <= n; i++)
			printf "%s%s", (i > 1 ? OFS : ""), $c[name[i]]
		print ""
	}' "$T/longest" "$1"
	n=$(($(wc -l <"$1") - 1))
}

title "$L_STYLE - $TITLE"
heading "$L_RICHNESS"
say "$t_richness"
echo
longest "$W/richness.tsv" \
	part,words,mattr,mattr_low,mattr_high,yule_k,yule_k_low,yule_k_high >"$T/rich"
[ "$n" -le "$MOST_SPEECHES" ] || { say "$t_longest" "$MOST_SPEECHES" "$n" richness.tsv; echo; }
show_table -p mattr=3,mattr_low=3,mattr_high=3,yule_k=0,yule_k_low=0,yule_k_high=0 \
	-r "part=$c_speech" -r "words=$c_words" -r mattr=MATTR \
	-r "mattr_low=$c_low" -r "mattr_high=$c_high" -r yule_k=K \
	-r "yule_k_low=$c_low" -r "yule_k_high=$c_high" "$T/rich"

heading "$L_READABILITY"
say "$t_readability"
echo
longest "$W/readability.tsv" \
	part,words,lix,lix_low,lix_high,kandel_moles,kandel_moles_low,kandel_moles_high \
	>"$T/read"
show_table -p lix=1,lix_low=1,lix_high=1,kandel_moles=1,kandel_moles_low=1,kandel_moles_high=1 \
	-r "part=$c_speech" -r "words=$c_words" -r lix=LIX -r "lix_low=$c_low" \
	-r "lix_high=$c_high" -r kandel_moles=RE -r "kandel_moles_low=$c_low" \
	-r "kandel_moles_high=$c_high" "$T/read"
