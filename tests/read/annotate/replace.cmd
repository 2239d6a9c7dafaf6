annotate -r -d meta.tsv in.vrt | grep "<speech"
