merge -s ab.tsv b.tsv
