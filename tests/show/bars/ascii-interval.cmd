bars -A -W 60 -c theme,rate,low,high rates.tsv
