table -r theme t.tsv
