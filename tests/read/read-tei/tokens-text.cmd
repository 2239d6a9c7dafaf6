read-tei tagged.ana.xml
