merge rien.tsv
