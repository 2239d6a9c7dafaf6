map -W 60 -x 1 -y 3 points.tsv
