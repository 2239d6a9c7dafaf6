trend years.tsv
