table -W x t.tsv
