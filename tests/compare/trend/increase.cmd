trend -M increase -t 0 years.tsv
