bars -n 0 rates.tsv
