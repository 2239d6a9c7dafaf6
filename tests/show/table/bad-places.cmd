table -p x t.tsv
