map -A -W 60 points.tsv
