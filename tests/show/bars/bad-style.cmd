bars -f x rates.tsv
