trend -d speeches.tsv themes.tsv
