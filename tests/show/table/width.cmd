table -W 40 t.tsv
