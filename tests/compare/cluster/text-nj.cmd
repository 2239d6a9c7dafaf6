cluster -f text -M nj noms.tsv
