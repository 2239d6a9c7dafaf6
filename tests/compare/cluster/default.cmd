cluster quatre.tsv
