map -W 60 points.tsv
