merge zero.tsv zero.tsv
