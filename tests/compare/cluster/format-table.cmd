cluster -f table quatre.tsv | cmp - default.out && echo same
