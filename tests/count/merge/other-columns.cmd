merge a.tsv themes.tsv
