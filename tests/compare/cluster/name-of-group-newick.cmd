cluster -f newick <name-of-group.in
