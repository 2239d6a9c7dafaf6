bars -g nothing rates.tsv
