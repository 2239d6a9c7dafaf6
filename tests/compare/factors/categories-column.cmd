factors -d speeches.tsv -b party themes.tsv
