specificities -q -k 1 -t 1 complete.tsv
