factors -E /no/such/folder/e smoke.tsv
