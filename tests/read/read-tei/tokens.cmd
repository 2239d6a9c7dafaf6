read-tei -t tagged.ana.xml
