bars -A -c theme,rate rates.tsv
