annotate -c office -d meta.tsv in.vrt
