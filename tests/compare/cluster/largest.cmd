for m in ward average complete nj; do cluster -M $m largest.tsv | sed 1d; done
