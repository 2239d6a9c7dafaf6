factors -q -k 2 -d speeches.tsv -b camp themes.tsv | grep part
