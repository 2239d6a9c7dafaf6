map points.tsv table.tsv
