#!/bin/sh
# shellcheck disable=SC2154 # the labels
# segments.sh - repeated segments: the longest, and the most frequent.
. pipeline/reports/common.sh
MOST=30

show() { # ROWS OPTION...; table on stdin
	most=$1
	shift
	show_table -n "$most" "$@" -c segment,n,freq,parts -r "segment=$c_segment" \
		-r "n=$c_length_words" -r "freq=$c_freq" -r "parts=$c_speeches"
}

title "$L_SEGMENTS - $TITLE"
echo
say "$t_segments"
heading "$L_SEGMENTS_LONG"
if [ "$(wc -l <"$W/segments.tsv")" -gt 1 ]; then
	sed "s/' /'/g" "$W/segments.tsv" | show "$MOST"
	heading "$L_SEGMENTS_FREQUENT"
	no_grammar segment "$W/segments.tsv" | sed "s/' /'/g" |
		show "$MOST" -o -freq,-n,segment
else
	say "$t_nothing"
fi
