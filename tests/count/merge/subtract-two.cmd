merge -s ab.tsv b.tsv a.tsv
