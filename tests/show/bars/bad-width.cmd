bars -W 10 rates.tsv
