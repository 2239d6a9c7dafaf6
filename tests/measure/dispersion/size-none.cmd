dispersion -n 7 deux.tsv
