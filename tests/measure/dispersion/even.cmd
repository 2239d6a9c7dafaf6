dispersion trois.tsv
