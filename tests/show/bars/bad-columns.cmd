bars -c theme rates.tsv
