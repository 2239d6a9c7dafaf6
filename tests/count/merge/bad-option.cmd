merge -m 2 a.tsv
