merge -s vide.tsv un.tsv
