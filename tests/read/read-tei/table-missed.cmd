read-tei -d meta.tsv play.xml | grep -c '<speech'
