for m in ward average complete nj; do cluster -M $m two.tsv | sed 1d; done
for f in newick text; do cluster -f $f two.tsv; cluster -M nj -f $f two.tsv; done
