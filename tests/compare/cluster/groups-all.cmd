cluster -k 4 quatre.tsv
