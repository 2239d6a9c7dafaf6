read-tei -d numero.tsv sitting.xml
