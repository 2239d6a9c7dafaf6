# tolerance 1e-5
awk -F '\t' -v OFS='\t' '
NR == 1 { print; next }
$2 == "" { others[$1] += $3; next }
{ others[$1] -= $3; print }
END { for (p in others) print p, "others", others[p] }' robespierre.tsv |
factors -q -m 1 -k 5 | cut -f 1,2,5,7-
