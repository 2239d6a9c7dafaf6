table -n 1 t.tsv
