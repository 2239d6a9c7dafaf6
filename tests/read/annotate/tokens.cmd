annotate -q -d meta.tsv
