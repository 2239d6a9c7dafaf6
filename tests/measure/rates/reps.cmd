rates -g -B 100 themes.tsv
