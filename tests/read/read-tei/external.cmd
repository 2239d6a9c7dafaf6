read-tei external.xml
