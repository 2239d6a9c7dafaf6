rates -b speaker -d speeches.tsv themes.tsv
