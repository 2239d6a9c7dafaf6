factors -q -k 1 -m 2 -S margins.tsv margins.tsv
