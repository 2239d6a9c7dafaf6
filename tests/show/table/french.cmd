table -f fr -p 2 t.tsv
