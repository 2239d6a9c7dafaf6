#!/bin/sh
# shellcheck disable=SC2154 # the labels
# cooccurrents.sh - the words around the study's pivots, strongest first.
. pipeline/reports/common.sh
MOST_WORDS=15

title "$L_COOC - $TITLE"
echo
say "$t_cooc"
if [ "$(wc -l <"$W/cooccurrents.pivots.tsv")" -lt 2 ]; then
	echo
	say "$t_nothing"
fi
tail -n +2 "$W/cooccurrents.pivots.tsv" | while IFS=$TAB read -r pivot freq _; do
	no_grammar term "$W/cooccurrents.tsv" | PIVOT=$pivot \
		awk -F '\t' -v OFS='\t' -v most="$MOST_WORDS" '
	NR == 1 {
		for (i = 1; i <= NF; i++)
			c[$i] = i
		print "term", "f", "F", "S", "q", "logDice", "distance"
		next
	}
	($1 "") == ENVIRON["PIVOT"] && $c["S"] + 0 >= 2 && n++ < most {
		print $c["term"], $c["f"], $c["F"], $c["S"], $c["q"],
			$c["logDice"], $c["distance"]
	}' >"$T/words"
	heading "$(plain "$pivot")"
	if [ "$(wc -l <"$T/words")" -gt 1 ]; then
		show_table -p S=1,q=4,logDice=1,distance=1 -r "term=$c_term" \
			-r "distance=$c_distance" "$T/words"
	elif [ "$freq" -eq 0 ]; then
		say "$t_absent"
	else
		say "$t_nothing"
	fi
done
