table -c rate,theme t.tsv
