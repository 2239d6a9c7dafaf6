table -f de t.tsv
