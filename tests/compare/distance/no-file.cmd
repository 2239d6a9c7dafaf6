distance nowhere.tsv
