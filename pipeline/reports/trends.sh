#!/bin/sh
# shellcheck disable=SC2154 # the labels
# trends.sh - which themes and words rise or fall over the years.
. pipeline/reports/common.sh

title "$L_TRENDS - $TITLE"
years=$(awk -F '\t' '
NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
$c["year"] != "NA" && !($c["year"] in seen) { seen[$c["year"]]; n++ }
END { print n + 0 }' "$W/speeches.tsv")
if [ "$years" -lt 3 ]; then
	echo
	say "$t_trends_few"
	exit 0
fi

show() { # TABLE MOST NAME-COLUMN
	awk -F '\t' -v OFS='\t' -v most="$2" -v key="$3" -v lang="$REPORT_LANG" '
	FILENAME == ARGV[1] { label[$1] = lang == "en" ? $4 : $3; next }
	FNR == 1 { for (i = 1; i <= NF; i++) c[$i] = i
		print "term", "freq", "rate", "ratio", "low", "high", "p", "q"; next }
	key == "theme" && $c[key] ~ "/" { next }
	$c["p"] != "NA" && n++ < most {
		name = $c[key]
		if (key == "theme" && name in label)
			name = label[name]
		print name, $c["freq"], $c["rate"], $c["ratio"], $c["low"],
			$c["high"], $c["p"], $c["q"]
	}' "$THEME_LABELS" "$1" >"$T/trend"
	show_table -p rate=2,ratio=2,low=2,high=2,p=4,q=4 -r "term=$4" \
		-r "freq=$c_freq" -r "rate=$c_rate" -r "ratio=$c_ratio" \
		-r "low=$c_low" -r "high=$c_high" "$T/trend"
}

echo
say "$t_trends"
heading "$L_THEMES"
show "$W/trend-themes.tsv" 15 theme "$c_theme"
heading "$L_WORDS"
no_grammar ngram "$W/trend-words.tsv" >"$T/words"
show "$T/words" 15 ngram "$c_term"
heading "$L_BREAKS"
say "$t_breaks"
echo
awk -F '\t' -v OFS='\t' -v lang="$REPORT_LANG" '
FILENAME == ARGV[1] { label[$1] = lang == "en" ? $4 : $3; next }
FNR == 1 { for (i = 1; i <= NF; i++) c[$i] = i
	print "theme", "at", "before", "after", "p", "q"; next }
$c["theme"] !~ "/" && $c["p"] != "NA" && n++ < 10 {
	name = $c["theme"] in label ? label[$c["theme"]] : $c["theme"]
	print name, $c["break"], $c["rate1"], $c["rate2"], $c["p"], $c["q"]
}' "$THEME_LABELS" "$W/trend-breaks.tsv" >"$T/breaks"
show_table -p before=2,after=2,p=4,q=4 -r "theme=$c_theme" -r "at=$c_from" \
	-r "before=$c_before" -r "after=$c_after" "$T/breaks"
