cluster -M complete quatre.tsv
