bars -q -W 40 -n 1 -c theme,rate rates.tsv
