cluster -f text -W 40 noms.tsv
