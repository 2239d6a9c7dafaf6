#!/bin/sh
# stamp.sh WORK/inputs.tsv - one SHA-256 of all that a study reads: of the lines
# "what TAB name TAB hash" of its texts, their tables, study.mk and the rules, in
# the order of PROVENANCE.tsv.  Neither dates nor folders are in it.
set -eu
awk -F '\t' -v OFS='\t' '$1 != "page" { print $1, $2, $4 }' "$1" | sha256sum |
	cut -c1-64
