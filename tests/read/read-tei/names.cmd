read-tei -q -M names.tsv play.xml | grep '<speech'
