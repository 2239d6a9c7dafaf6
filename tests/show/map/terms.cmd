map -W 60 -k 2 points.tsv
