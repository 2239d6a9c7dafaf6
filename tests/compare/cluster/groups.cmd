cluster -k 2 quatre.tsv
