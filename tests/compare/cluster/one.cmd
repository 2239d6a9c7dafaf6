cluster one.tsv; for f in newick text; do cluster -q -f $f one.tsv; done; cluster -q -k 1 one.tsv
