annotate -d no-name.tsv in.vrt
