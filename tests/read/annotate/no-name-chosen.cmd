annotate -c '??' -d no-name.tsv in.vrt
