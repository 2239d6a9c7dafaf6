read-tei empty-text.xml
