factors -b camp themes.tsv
