rates -l 0.9 themes.tsv | head -n 2
