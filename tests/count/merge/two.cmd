merge a.tsv b.tsv
