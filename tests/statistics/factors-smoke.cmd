# tolerance 1e-5
factors -q -m 1 -k 3 smoke.tsv | cut -f 1,2,4-
