factors -d speeches.tsv themes.tsv
