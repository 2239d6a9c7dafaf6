cluster -f text -W 20 quatre.tsv
