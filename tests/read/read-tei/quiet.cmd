read-tei -q repair.xml
