read-tei -d meta.tsv sitting.xml
