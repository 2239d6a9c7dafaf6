{ head -n 1 quatre.tsv; sed 1d quatre.tsv | sort -r; } | keyness -q -p a1 -p a2 -P 5 | cmp - permute-some.out
