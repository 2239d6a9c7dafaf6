distance -M delta -n 2 trois.tsv
