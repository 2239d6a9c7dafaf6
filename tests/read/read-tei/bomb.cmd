read-tei bomb.xml
