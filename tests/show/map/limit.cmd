map -W 60 -z 0.3 points.tsv
