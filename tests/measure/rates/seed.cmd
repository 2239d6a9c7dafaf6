rates -B 100 -g -s 2 themes.tsv; rates -g -s 1 themes.tsv | cmp - whole.out
