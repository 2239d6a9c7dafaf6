# equal parts
for m in ward average complete nj; do cluster -M $m equal.tsv; done
cluster -f text equal.tsv; cluster -f newick equal.tsv
