bars -n 2 -c theme,rate rates.tsv
