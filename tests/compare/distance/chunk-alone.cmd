distance -w 500 trois.tsv
