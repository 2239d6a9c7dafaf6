factors -k 4 smoke.tsv | cut -f 1,2,13-
