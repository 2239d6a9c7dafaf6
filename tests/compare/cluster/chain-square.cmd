distance -q -x -M l1 ../distance/trois.tsv | cluster -M average | cmp - chain.out && echo same
