rates themes.tsv
