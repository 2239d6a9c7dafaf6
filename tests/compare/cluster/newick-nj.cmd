cluster -f newick -M nj taxa.tsv
