read-tei -q -S names.tsv play.xml | grep '<speech'
