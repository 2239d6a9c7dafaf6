annotate -d same-name.tsv in.vrt
