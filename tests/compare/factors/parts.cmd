factors -k 1 -P 4 themes.tsv | grep -v "^term"
