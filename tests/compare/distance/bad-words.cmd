distance -M delta -n 0 trois.tsv
