table -p rate=16 t.tsv
