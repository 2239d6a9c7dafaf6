map -g camp points.tsv
