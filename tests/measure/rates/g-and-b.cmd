rates -g -b speaker -d speeches.tsv themes.tsv
