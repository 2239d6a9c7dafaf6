#!/bin/sh
# shellcheck disable=SC2154 # the labels
# overview.sh - what is in the corpus, who speaks, when, about what.
. pipeline/reports/common.sh

MOST_PARTS=40
MOST_SPEECHES=60
speeches=$W/speeches.tsv
whole=$W/stats-whole.tsv

# First and last date, and how many speakers.
awk -F '\t' -v none="$t_none" '
NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
{
	n++
	who = $c["speaker"]
	if (who != "NA" && !(who in s)) { s[who]; speakers++ }
	d = $c["date"] ""
	if (d == "NA") next
	if (first == "" || d < first) first = d
	if (d > last) last = d
}
END {
	print n "\t" speakers + 0 "\t" (first != "") "\t" \
		(first == "" ? none : first " - " last)
}' "$speeches" >"$T/size"
IFS=$TAB read -r n speakers dated dates <"$T/size"

# A table of the parts with the years that they span.
parts() { # PART
	bound_parts "$1" "$MOST_PARTS"
	cat "$T/bound"
	awk -F '\t' -v OFS='\t' -v part="$1" '
	# Years by value, anything else that stands there by its bytes.
	function before(a, b) {
		if (a ~ /^[0-9]+$/ && b ~ /^[0-9]+$/ && a + 0 != b + 0)
			return a + 0 < b + 0
		return a < b
	}
	FILENAME == ARGV[1] { shown[$0]; next }
	FNR == 1 {
		for (i = 1; i <= NF; i++)
			c[FILENAME, $i] = i
		if (file++)
			print "part", "speeches", "words", "period", "length"
		next
	}
	file == 1 {
		p = $c[FILENAME, part == "id" ? "part" : part]
		y = $c[FILENAME, "year"] ""
		if (y == "NA") next
		if (!(p in first) || before(y, first[p])) first[p] = y
		if (!(p in last) || before(last[p], y)) last[p] = y
		next
	}
	{
		p = $c[FILENAME, "part"]
		if (!(p in shown)) next
		period = "NA"
		if (p in first)
			period = first[p] == last[p] ? first[p] : first[p] "-" last[p]
		print p, $c[FILENAME, "speeches"], $c[FILENAME, "words"],
			period, $c[FILENAME, "sentence_length"]
	}' "$T/shown" "$speeches" "$W/stats-$1.tsv" |
		show_table -p length=1 -r "part=$(part_label "$1")" \
			-r "speeches=$c_speeches" -r "words=$c_words" \
			-r "period=$c_period" -r "length=$c_length" \
			-c "part,speeches,words$([ "$1" = year ] || [ "$dated" = 0 ] || echo ,period),length"
}

title "$TITLE"
heading "$L_CORPUS"
{
	printf '%s\t%s\n' "$c_speeches" "$(number "$n")" \
		"$c_speakers" "$(number "$speakers")" \
		"$c_dates" "$dates" \
		"$c_words" "$(number "$(cell "$whole" words)")" \
		"$c_forms" "$(number "$(cell "$whole" forms)")" \
		"$c_hapax" "$(number "$(cell "$whole" hapax)")" \
		"$c_sentences" "$(number "$(cell "$whole" sentences)")"
} | awk -F '\t' '{ w = $1; gsub(/[\200-\277]/, "", w)
	printf "%s%*s%s\n", $1, 22 - length(w), "", $2 }'
echo
say "$t_counted" "$COUNT"
for part in $PARTS; do
	heading "$(phrase "$t_by" "$(part_label "$part")")"
	parts "$part"
done

heading "$L_ABOUT"
if [ "$n" -gt 1 ]; then say "$t_about"; else say "$t_about_one"; fi
echo
top_themes "$W/rates-all.tsv" | head -n 13 >"$T/themes"
show_bars -c theme,rate,low,high -p 1 "$T/themes"

heading "$L_NGRAMS"
say "$t_types" "$COUNT"
echo
head -n 21 "$W/types.tsv" |
	show_table -c form,freq,speeches -r "form=$c_term" -r "freq=$c_freq" \
		-r "speeches=$c_speeches"

heading "$L_SPEECHES"
if [ "$n" -gt "$MOST_SPEECHES" ]; then
	say "$t_longest" "$MOST_SPEECHES" "$n" speeches.tsv
	echo
fi
head -n 1 "$speeches" >"$T/longest"
awk -F '\t' -v OFS='\t' '
NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
{ print $c["words"], NR, $0 }' "$speeches" | sort -t "$TAB" -k 1,1nr -k 2,2n |
	head -n "$MOST_SPEECHES" | cut -f 3- >>"$T/longest"
show_table -c "$([ "$dated" = 0 ] || echo date,)part,words" -o date,part -r "date=$c_date" \
	-r "part=$c_speech" -r "words=$c_words" "$T/longest"
if [ "$SHEETS" = yes ] && [ "$n" -gt "$SHEETS_MOST" ]; then
	echo
	say "$t_sheets" "$SHEETS_MOST"
fi

heading "$L_FILES"
printf '%s\n' "$t_list_files"
