distance -M chi2 trois.tsv
