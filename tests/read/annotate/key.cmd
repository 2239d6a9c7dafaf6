annotate -k speaker=nom -d who.tsv in.vrt | grep "<speech"
