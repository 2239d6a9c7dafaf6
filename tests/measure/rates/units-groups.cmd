rates -U -b speaker -d speeches.tsv themes.tsv
