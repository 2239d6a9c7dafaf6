rates -r 10000 themes.tsv | head -n 2
