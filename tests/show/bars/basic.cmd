bars -c theme,rate rates.tsv
