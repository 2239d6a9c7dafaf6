bars -c theme,nothing rates.tsv
