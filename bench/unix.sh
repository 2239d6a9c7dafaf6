#!/bin/sh
# unix.sh - stems of a text and their counts by the classic chain, for run.sh.
# usage: unix.sh TEXT >counts
# tr and sed see bytes here: those over 0x7F count as letters.
set -eu
export LC_ALL=C
nbsp=$(printf '\302\240')
sed "s/’/'/g; s/[[:upper:]]/\\L&/g; s/«/ /g; s/»/ /g; s/…/ /g; s/$nbsp/ /g
	s/'/' /g" "$1" | tr -cs "a-z'\\200-\\377-" '\n' | sed "/^['-]*\$/d" |
	stemwords -l fr | sort | uniq -c
