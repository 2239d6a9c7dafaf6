merge themes.tsv themes.tsv
