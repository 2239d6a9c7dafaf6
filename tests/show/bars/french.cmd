bars -f fr -p 1 -c theme,rate rates.tsv
