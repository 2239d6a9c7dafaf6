annotate -d meta.tsv in.vrt
