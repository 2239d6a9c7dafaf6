table -c theme,nothing t.tsv
