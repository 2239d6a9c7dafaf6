dispersion -m 2 trois.tsv
