bars -c a,b,c,d,e rates.tsv
