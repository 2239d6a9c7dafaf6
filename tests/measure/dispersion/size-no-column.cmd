dispersion -n 1 trois.tsv
