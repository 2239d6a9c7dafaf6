read-tei -k numero sitting.xml
