read-tei include.xml
