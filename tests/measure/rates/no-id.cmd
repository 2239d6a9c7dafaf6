rates -b party -d - themes.tsv
