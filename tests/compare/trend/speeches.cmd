trend -b year -d speeches.tsv themes.tsv
