table -g t.tsv
