map -f fr -W 60 points.tsv
