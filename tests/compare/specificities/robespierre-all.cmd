specificities -t 0 complete.tsv
