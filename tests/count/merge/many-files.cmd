(ulimit -n 20; merge a.tsv b.tsv a.tsv a.tsv a.tsv)
