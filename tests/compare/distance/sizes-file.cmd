distance sizes.tsv
