#!/bin/sh
# shellcheck disable=SC2154 # the labels
# specificities.sh PART - the vocabulary that sets each part apart.
. pipeline/reports/common.sh
part=$1
MOST_PARTS=20

title "$L_SPEC, $(part_label "$part") - $TITLE"
echo
say "$t_spec"
bound_parts "$part" "$MOST_PARTS"
if [ -s "$T/bound" ]; then
	echo
	sed '$d' "$T/bound"
fi
awk -F '\t' -v OFS='\t' '
FILENAME == ARGV[1] { shown[$0]; next }
FNR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
$c["part"] in shown { print $c["part"], $c["words"] }
' "$T/shown" "$W/stats-$part.tsv" >"$T/parts"
cells <"$T/parts" >"$T/rows"
while IFS=$CELLS read -r name words; do
	heading "$(phrase "$t_spec_head" "$(plain "$name")" "$(number "$words")")"
	NAME=$name awk -F '\t' -v OFS='\t' '
	NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i
		print "term", "f", "F", "S", "q"; next }
	($c["part"] "") == ENVIRON["NAME"] {
		row[++n] = $c["ngram"] OFS $c["f"] OFS $c["F"] OFS $c["S"] OFS $c["q"]
		s[n] = $c["S"]
	}
	END {
		for (i = 1; i <= n && i <= 15 && s[i] > 0; i++)
			print row[i]
		for (k = n - 5 >= i ? n - 4 : i; k <= n; k++)
			if (s[k] < 0)
				print row[k]
	}' "$W/specificities-$part.tsv" >"$T/spec"
	if [ "$(wc -l <"$T/spec")" -gt 1 ]; then
		show_table -p S=1,q=4 -r "term=$c_term" "$T/spec"
	elif [ "$(wc -l <"$T/parts")" -lt 2 ]; then
		say "$t_one"
	else
		say "$t_nothing"
	fi
done <"$T/rows"
