read-tei stray.xml
