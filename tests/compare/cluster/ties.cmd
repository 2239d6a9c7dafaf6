# all equally far: the first labels first
cluster -M average ties.tsv; cluster -M nj -f newick ties.tsv
