cluster nowhere.tsv
