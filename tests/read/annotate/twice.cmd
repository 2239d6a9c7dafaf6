annotate -d twice.tsv in.vrt
