specificities -t 0 sizes.tsv
