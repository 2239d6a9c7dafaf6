cluster -f newick
