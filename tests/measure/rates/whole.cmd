rates -g themes.tsv
