rates -d speeches.tsv themes.tsv
