cluster -k 1 quatre.tsv
