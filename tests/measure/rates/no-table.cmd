rates -b party -d nowhere.tsv themes.tsv
