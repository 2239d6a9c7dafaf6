#!/bin/sh
# provenance.sh - the inputs, rules, programs and options of a study as a
# table: what, name, value.  The hashes are SHA-256 of the files' bytes.
set -eu
export LC_ALL=C
row() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }
hash() { sha256sum "$1" | cut -d ' ' -f 1; }

row what name value
for text in $TEXTS; do
	row text "$text" "$(hash "$STUDY/$text")"
done
[ ! -f "$STUDY/study.mk" ] || row study study.mk "$(hash "$STUDY/study.mk")"
for table in $META; do
	row metadata "$table" "$(hash "$STUDY/$table")"
done
for rule in $RULES $THEMES $STOPLISTS; do
	row rules "${rule#pipeline/}" "$(hash "$rule")"
done
for name in READ SELECT TOKENISE STEM LEMMATISE COUNT PARTS REPORT_LANG; do
	value=
	eval "value=\$$name"
	row option "$name" "$value"
done
for program in read-dump read-text annotate tokenise stem select ngrams themes \
	stats rates specificities concordance table bars \
	${LEMMATISE:+lemmatise}; do
	version=$($program -V)
	row program "$program" "$(printf '%s\n' "$version" | sed 1q)"
done
versions=$(tribune -V)
printf '%s\n' "$versions" | tail -n +2 | while IFS= read -r library; do
	row library "${library%% *}" "$library"
done
