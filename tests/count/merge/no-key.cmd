merge sans-cle.tsv
