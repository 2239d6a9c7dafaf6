cluster -k 0 quatre.tsv
