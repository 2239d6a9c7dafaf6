annotate -x -k speaker=nom -d who.tsv in.vrt | grep -c speech
