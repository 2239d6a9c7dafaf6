table -c rate,year -p 1,year=2 t.tsv
