factors -k 3 smoke.tsv
