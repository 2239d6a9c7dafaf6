#!/bin/sh
# shellcheck disable=SC2154 # the labels
# classes.sh - classes of segments (Reinert): tree, words, who, typical
# segments, how stable. Stems are shown by their commonest form.
. pipeline/reports/common.sh
MOST_TERMS=25
MOST_TYPICAL=3

title "$L_CLASSES - $TITLE"
echo
say "$t_classes"
SUM=$T/sum awk -F '\t' '
NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
{ all++; if ($c["class"] != "NA") { size[$c["class"]]++; inside++ } }
END {
	for (k = 1; k in size; k++)
		print k, size[k]
	print all + 0, inside + 0 > ENVIRON["SUM"]
}' "$W/classes.segments.tsv" >"$T/classes"
read -r all inside <"$T/sum"
echo
if [ "$inside" -eq 0 ]; then
	say "$t_classes_none" "$(number "$all")"
	exit 0
fi
say "$t_classes_size" "$(number "$inside")" "$(number "$all")"

# Words of a class, most typical first, by falling chi-square.
terms() { # CLASS MOST
	CLASS=$1 awk -F '\t' -v most="$2" '
	FNR == 1 { for (i = 1; i <= NF; i++) c[FILENAME, $i] = i; next }
	FILENAME == ARGV[1] {
		form[$c[FILENAME, "type"]] = $c[FILENAME, "form"]
		next
	}
	($c[FILENAME, "class"] "") == ENVIRON["CLASS"] && $c[FILENAME, "chi2"] > 0 && n++ < most {
		term = $c[FILENAME, "term"]
		printf "%s%s (%d)", (n > 1 ? ", " : ""),
			(term in form ? form[term] : term), $c[FILENAME, "chi2"] + 0.5
	}' "$W/stems.tsv" "$W/classes.profiles.tsv"
}

heading "$L_TREE"
# The drawing of classes(1), its stems as forms, in 79 columns.
awk -F '\t' -v class="$c_class" -v style="$STYLE" '
function width(s) { gsub(/[\200-\277]/, "", s); return length(s) }
FILENAME == ARGV[1] && FNR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
FILENAME == ARGV[1] { form[$c["type"]] = $c["form"]; next }
match($0, /  class [0-9]+  /) {
	n = split(substr($0, RSTART + RLENGTH), word, ", ")
	line = substr($0, 1, RSTART + 1) class substr($0, RSTART + 7, RLENGTH - 7)
	if (style == "fr")
		sub(/\./, ",", line)
	for (i = 1; i <= n; i++) {
		name = word[i] in form ? form[word[i]] : word[i]
		if (width(line ", " name) > 79)
			break
		line = line (i > 1 ? ", " : "") name
	}
	print line
	next
}
{ print }' "$W/stems.tsv" "$W/classes.tree.txt"
heading "$L_STABLE"
say "$t_stable"
echo
awk -F '\t' -v OFS='\t' '
NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i
	print "class", "size", "jaccard", "low", "high"; next }
$c["check"] == "bootstrap" && $c["measure"] == "jaccard" {
	print $c["class"], $c["size"], $c["mean"], $c["low"], $c["high"]
}' "$W/classes.stability.tsv" |
	show_table -p 2 -r "class=$c_class" -r "size=$c_segments" -r "low=$c_low" \
		-r "high=$c_high"
while read -r k size; do
	heading "$(phrase "$t_class_head" "$k" "$(number "$size")")"
	say '%s.' "$(terms "$k" "$MOST_TERMS")"
	echo
	CLASS=$k awk -F '\t' -v OFS='\t' '
	NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i
		print "value", "n_in", "n_total", "percent", "chi2"; next }
	($c["class"] "") == ENVIRON["CLASS"] && $c["chi2"] > 0 && n++ < 6 {
		print $c["value"], $c["n_in"], $c["n_total"], $c["percent"], $c["chi2"]
	}' "$W/classes.metadata.tsv" >"$T/meta"
	if [ "$(wc -l <"$T/meta")" -gt 1 ]; then
		show_table -p percent=1,chi2=1 -r "value=$c_value" -r "n_in=$c_inside" \
			-r "n_total=$c_all" -r percent=% -r chi2=χ² "$T/meta"
		echo
	fi
	CLASS=$k awk -F '\t' -v OFS='\t' -v most="$MOST_TYPICAL" '
	NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	($c["class"] "") == ENVIRON["CLASS"] && n++ < most {
		print $c["speech"], $c["line"], $c["text"]
	}' "$W/classes.typical.tsv" >"$T/typical"
	cells <"$T/typical" >"$T/rows"
	while IFS=$CELLS read -r speech line text; do
		say "$t_typical" "$speech" "$line"
		plain "$text" | fill '    '
		echo
	done <"$T/rows"
done <"$T/classes"
