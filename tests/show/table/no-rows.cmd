table -n 0 t.tsv
