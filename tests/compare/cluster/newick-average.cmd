cluster -f newick -M average taxa.tsv
