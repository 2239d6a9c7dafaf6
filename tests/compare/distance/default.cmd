distance trois.tsv
