#!/bin/sh
# shellcheck disable=SC2154 # the labels
# themes.sh - themes of the corpus, of its parts, and the words behind them.
. pipeline/reports/common.sh
MOST_PARTS=12
MOST_THEMES=8

title "$L_THEMES - $TITLE"
echo
say "$t_about"
share=$(cell "$W/coverage.tsv" share)
if [ "$share" != NA ]; then
	say "$t_coverage" "$(number "$(cell "$W/coverage.tsv" covered)")" \
		"$(number "$(cell "$W/coverage.tsv" words)")" "$(decimal "$share")"
fi

heading "$L_CORPUS"
top_themes "$W/rates-all.tsv" >"$T/all"
show_bars -c theme,rate,low,high -p 1 "$T/all"

for part in $PARTS; do
	heading "$(phrase "$t_by" "$(part_label "$part")")"
	bound_parts "$part" "$MOST_PARTS"
	cat "$T/bound"
	top_themes "$W/rates-$part.tsv" >"$T/rates"
	awk -F '\t' -v rows="$MOST_THEMES" '
	FILENAME == ARGV[1] { shown[$0]; next }
	FNR == 1 { print; next }
	($1 "") != last { last = $1 ""; n = 0 }
	$1 in shown && n++ < rows' "$T/shown" "$T/rates" >"$T/part"
	show_bars -c theme,rate,low,high -g part -p 1 "$T/part"
done

# The dictionary's words behind the largest themes.
heading "$c_entries"
say "$t_entries"
echo
LIST=$T/list awk -F '\t' -v OFS='\t' -v lang="$REPORT_LANG" '
FILENAME == ARGV[1] { label[$1] = lang == "en" ? $4 : $3; next }
FNR == 1 { next }
$3 > 0 {
	theme = $1
	sub("/.*", "", theme)
	total[theme] += $3
	print theme, $2, $3 > ENVIRON["LIST"]
}
END { for (t in total) print t, total[t], (t in label ? label[t] : t) }
' "$THEME_LABELS" "$W/entries.tsv" |
	sort -t "$TAB" -k 2,2nr -k 1,1 | head -n 12 | cells >"$T/big"
while IFS=$CELLS read -r theme hits label; do
	THEME=$theme awk -F '\t' '($1 "") == ENVIRON["THEME"] { print $3 "\t" $2 }' \
		"$T/list" | sort -t "$TAB" -k 1,1nr -k 2,2 | head -n 12 |
		awk -F '\t' '{ printf "%s%s %s", (NR > 1 ? ", " : ""), $2, $1 }' \
			>"$T/words"
	say '%s (%s): %s.' "$label" "$hits" "$(cat "$T/words")"
done <"$T/big"
