cluster -f text -M average taxa.tsv
