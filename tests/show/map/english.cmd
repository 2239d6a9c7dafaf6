map -f en -W 60 points.tsv
