merge decimal.tsv
