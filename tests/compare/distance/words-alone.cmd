distance -n 50 trois.tsv
