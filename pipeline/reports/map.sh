#!/bin/sh
# shellcheck disable=SC2154 # the labels
# map.sh PART - which parts are alike: factor map, tree, nearest parts.
. pipeline/reports/common.sh
part=$1
MOST_TREE=60
MOST_PARTS=20

title "$L_MAP, $(part_label "$part") - $TITLE"
n=$(($(wc -l <"$W/stats-$part.tsv") - 1))
if [ "$n" -lt 3 ]; then
	echo
	say "$t_map_few"
	exit 0
fi

heading "$L_FACTORS"
say "$t_map"
echo
if awk -F '\t' '
	NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	{ rows++ }
	END { exit !(rows > 0 && "coord_2" in c) }' "$W/factors-$part.tsv"; then
	map -q -f "$STYLE" -k 40 "$W/factors-$part.tsv"
else
	say "$t_map_none"
fi

heading "$L_TREE"
say "$t_tree"
echo
if [ "$n" -le "$MOST_TREE" ]; then
	cluster -q -f text -W $((86 - ${#c_height})) "$W/distances-$part.tsv" >"$T/tree"
	# the last line is the scale
	awk -v style="$STYLE" -v name="$c_height" '
	NR > 1 { print last }
	{ last = $0 }
	END {
		if (style == "fr")
			gsub(/\./, ",", last)
		sub(/height$/, name, last)
		print last
	}' "$T/tree"
else
	say "$t_tree_many" "$n" "cluster-$part.tsv"
fi

heading "$L_NEAREST"
say "$t_nearest"
echo
bound_parts "$part" "$MOST_PARTS"
cat "$T/bound"
awk -F '\t' -v OFS='\t' '
FILENAME == ARGV[1] { order[++n] = $0; next }
FNR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
function see(a, b, d, note) {
	if (d == "NA" || a in near && d + 0 >= near[a] + 0)
		return
	near[a] = d
	who[a] = b
	why[a] = note
}
{
	see($c["part"], $c["other"], $c["distance"], $c["note"])
	see($c["other"], $c["part"], $c["distance"], $c["note"])
}
END {
	print "part", "other", "distance", "note"
	for (i = 1; i <= n; i++)
		if (order[i] in near)
			print order[i], who[order[i]], near[order[i]], why[order[i]]
}' "$T/shown" "$W/distances-$part.tsv" >"$T/near"
show_table -p distance=3 -r "part=$(part_label "$part")" \
	-r "other=$c_nearest" -r "distance=$c_distance" -r "note=$c_note" "$T/near"
