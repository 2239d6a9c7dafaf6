annotate -q -d upper.tsv in.vrt | grep '<speech'
