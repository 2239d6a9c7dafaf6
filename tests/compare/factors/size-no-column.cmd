factors -n 1 smoke.tsv
