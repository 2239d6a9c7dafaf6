read-tei -t stray.xml
