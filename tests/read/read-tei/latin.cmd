read-tei latin.xml
