read-tei corpus.xml
