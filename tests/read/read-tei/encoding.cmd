read-tei -e windows-1252 undeclared.xml
