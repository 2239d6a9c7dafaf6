merge double.tsv
