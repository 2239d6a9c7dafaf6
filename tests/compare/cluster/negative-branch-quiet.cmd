cluster -q -M nj -f newick <negative-branch.in
