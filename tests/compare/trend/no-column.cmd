trend -b month -d speeches.tsv themes.tsv
