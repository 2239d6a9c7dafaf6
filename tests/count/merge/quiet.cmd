merge -q a.tsv
