trend -M break -b year -d speeches.tsv themes.tsv
