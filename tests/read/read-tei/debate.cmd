read-tei debate.xml
