#!/bin/sh
# campaign.sh [program ...] - what `make faults` does: campaign.pl for every program
# on all processors, and study.sh; prints what is wrong and the table of
# tests/README.md.  MOST and IN_CASES are those of campaign.pl.
set -u
. tests/tap.sh

case $B in /*) built=$B ;; *) built=$top/$B ;; esac
rm -rf "$built/faults"
mkdir -p "$built/faults"
all=$#
[ $# -gt 0 ] || for src in $(programs); do
	src=${src##*/}
	set -- "$@" "${src%.c}"
done
FAIL=$built/fail.so BINS=$built/shared FIGURES=$built/faults/figures RESULTS=$built/faults
MOST=${MOST:-1000} IN_CASES=${IN_CASES:-6}
export FAIL BINS FIGURES RESULTS MOST IN_CASES
# shellcheck disable=SC2016 # for the other shell
printf '%s\n' "$@" | xargs -P "$(nproc 2>/dev/null || echo 1)" -n 1 sh -c '
	T=$(mktemp -d) && export T && perl tests/faults/campaign.pl "$0" >"$RESULTS/$0" 2>&1
	rm -rf "$T"'
[ $all -gt 0 ] || sh tests/faults/study.sh >"$RESULTS/study" 2>&1
grep -h -A 20 '^not ok' "$RESULTS"/*
LC_ALL=C sort "$FIGURES" | awk -F '\t' '
BEGIN {
	print "| program | runs | faults | as without | status 3 | signal | wrong |"
	print "|---|--:|--:|--:|--:|--:|--:|"
}
function row(name, of) {
	line = "| " name
	for (i = 2; i <= 7; i++)
		line = line " | " of[i]
	print line " |"
}
{
	for (i = 2; i <= 7; i++) {
		sum[i] += $i
		one[i] = $i
	}
	row("`" $1 "`", one)
}
END {
	row("all", sum)
	exit sum[7] > 0
}'
