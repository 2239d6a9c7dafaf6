specificities -t 0.5 -n 2 sizes.tsv
