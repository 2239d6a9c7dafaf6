rates -q -a -b year -d speeches.tsv themes.tsv
