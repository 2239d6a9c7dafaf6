rates -a themes.tsv
