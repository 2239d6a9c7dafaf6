dispersion deux.tsv
