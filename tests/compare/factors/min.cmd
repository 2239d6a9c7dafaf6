factors -k 1 -m 30 smoke.tsv
