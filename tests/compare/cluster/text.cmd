cluster -f text noms.tsv
