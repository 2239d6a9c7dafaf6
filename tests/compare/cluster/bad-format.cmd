cluster -f svg quatre.tsv
