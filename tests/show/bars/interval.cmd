bars -c theme,rate,low,high rates.tsv
