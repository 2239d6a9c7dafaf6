read-tei no-text.xml
