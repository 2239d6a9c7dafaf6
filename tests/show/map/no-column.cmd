map -x left points.tsv
