specificities -n 7 sizes.tsv
