trend -M rates -B 200 -s 2 -b year -d speeches.tsv themes.tsv
