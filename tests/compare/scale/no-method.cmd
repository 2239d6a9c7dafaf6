scale texts.tsv
