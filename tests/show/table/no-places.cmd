table -p nothing=2 t.tsv
