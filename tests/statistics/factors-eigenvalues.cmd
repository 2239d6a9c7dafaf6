# tolerance 1e-5
# The eigenvalues of Lafon's table of Robespierre with the other words as a
# sixth row; sum .001830931.
t=$(mktemp)
awk -F '\t' -v OFS='\t' '
NR == 1 { print; next }
$2 == "" { others[$1] += $3; next }
{ others[$1] -= $3; print }
END { for (p in others) print p, "others", others[p] }' robespierre.tsv |
factors -q -m 1 -E "$t" >/dev/null && cut -f 1,2 "$t"
rm -f "$t"
