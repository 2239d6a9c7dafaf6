bars -W 40 -c theme,rate rates.tsv
