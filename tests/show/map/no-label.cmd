map -l label points.tsv
