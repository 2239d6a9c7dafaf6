cluster -M nj taxa.tsv
