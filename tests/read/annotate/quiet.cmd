annotate -q -d meta.tsv in.vrt | grep speech
