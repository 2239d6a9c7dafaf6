merge a.tsv a.tsv b.tsv
