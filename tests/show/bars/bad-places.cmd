bars -p 99 rates.tsv
