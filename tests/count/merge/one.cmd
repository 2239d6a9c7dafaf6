merge a.tsv
