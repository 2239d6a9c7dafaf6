dispersion -n 2 deux.tsv
