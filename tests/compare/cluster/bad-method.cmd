cluster -M single quatre.tsv
