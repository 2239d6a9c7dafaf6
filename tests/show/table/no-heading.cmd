table -r nothing=x t.tsv
