read-tei sitting.xml
