for m in ward average complete nj; do cluster -M $m huge.tsv; done; cluster -f text huge.tsv
