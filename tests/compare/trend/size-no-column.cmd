trend -n 1 years.tsv
