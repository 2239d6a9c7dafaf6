rates -b party -d speeches.tsv themes.tsv
