#!/bin/sh
# provenance.sh - the inputs, rules, programs and options of a study as a
# table: what, name, value.  The hashes are SHA-256 of the files' bytes.
set -eu
export LC_ALL=C
row() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }
hash() { # FILE
	sum=$(sha256sum <"$1") && echo "${sum%% *}"
}
input() { # WHAT FILE-OF-THE-STUDY
	sum=$(hash "$STUDY/$2") || exit
	row "$1" "$2" "$sum"
}

here=$(cd "$STUDY" && pwd -P)
row what name value
for text in $TEXTS; do
	real=$(readlink "$W/names/$text") || real=$text
	input text "${real#"$here/"}"
done
[ ! -f "$STUDY/study.mk" ] || input study study.mk
# tables that the readers' commands name, and META
set -f
cut -f 2 "$W/readers.tsv" | sort -u >"$W/readers"
while read -r _ words; do
	for word in $words; do
		[ ! -f "$STUDY/$word" ] || printf '%s\n' "$word"
	done
done <"$W/readers" | sort -u >"$W/tables"
for table in $META $(cat "$W/tables"); do
	input metadata "$table"
done
set +f
for rule in $RULES $THEMES $STOPLISTS; do
	sum=$(hash "$rule")
	row rules "${rule#pipeline/}" "$sum"
done
row option READ "$READ"
awk -F '\t' -v OFS='\t' -v read="$READ" '
$2 != read { print "option", "READ_" $1, $2 }' "$W/readers.tsv"
for name in SELECT TOKENISE STEM LEMMATISE COUNT PARTS PIVOTS SEGMENTS CLASSES \
	CLASSES_OPTIONS REPS REPORT_LANG; do
	value=
	eval "value=\$$name"
	row option "$name" "$value"
done
cut -d ' ' -f 1 "$W/readers" | sort -u >"$W/programs"
for program in $(cat "$W/programs") annotate tokenise stem keep ngrams themes \
	segments cooccurrents stats rates richness readability specificities trend \
	factors distance cluster classes concordance table bars map \
	${LEMMATISE:+lemmatise}; do
	[ -x "${B:?}/bin/$program" ] || continue # a reader of the study's own
	version=$($program -V)
	row program "$program" "$(printf '%s\n' "$version" | sed 1q)"
done
versions=$(tribune -V)
printf '%s\n' "$versions" | tail -n +2 | while IFS= read -r library; do
	row library "${library%% *}" "$library"
done
