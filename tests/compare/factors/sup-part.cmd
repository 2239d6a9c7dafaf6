factors -k 2 -x none smoke.tsv
