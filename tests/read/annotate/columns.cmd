annotate -c role,date -d meta.tsv in.vrt | grep "<speech"
