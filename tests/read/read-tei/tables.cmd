read-tei -q -d meta.tsv -d files.tsv sitting.xml | grep '<speech'
