{ head -n 1 years.tsv; sed 1d years.tsv | sort -r; } | trend -q | cmp - slope.out
