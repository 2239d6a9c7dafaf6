read-tei -q -u file -d meta.tsv sitting.xml | grep '<speech'
