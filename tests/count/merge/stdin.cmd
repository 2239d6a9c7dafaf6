merge - b.tsv
