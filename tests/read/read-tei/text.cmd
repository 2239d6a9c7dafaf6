read-tei text.xml
