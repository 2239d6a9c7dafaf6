# a table may give each pair twice
{ cat quatre.tsv; awk -F "\t" "NR > 1 { print \$2 FS \$1 FS \$3 FS }" quatre.tsv; } | cluster | cmp - default.out && echo same
