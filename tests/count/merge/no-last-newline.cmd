merge sans-fin.tsv b.tsv
