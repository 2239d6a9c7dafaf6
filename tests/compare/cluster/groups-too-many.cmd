cluster -k 5 quatre.tsv
