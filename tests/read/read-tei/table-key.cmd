read-tei -q -k numero -d numero.tsv sitting.xml | grep '<speech'
