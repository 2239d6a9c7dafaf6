table -o -nothing t.tsv
