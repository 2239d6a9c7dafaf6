trend -q -l 0.9 -m 20 years.tsv
