cluster -k 2 -f text quatre.tsv
