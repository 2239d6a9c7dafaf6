annotate -d empty-key.tsv in.vrt
