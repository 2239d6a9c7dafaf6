rates -b party themes.tsv
