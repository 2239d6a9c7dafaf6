rates -U -g themes.tsv
