map -y 7 points.tsv
