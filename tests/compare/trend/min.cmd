trend -m 28 years.tsv
