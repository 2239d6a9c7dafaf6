table -q -n 1 t.tsv
