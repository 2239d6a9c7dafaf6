for o in "-f table" "-f newick" "-f text" "-k 2" "-M nj"; do cluster $o none.tsv; done
