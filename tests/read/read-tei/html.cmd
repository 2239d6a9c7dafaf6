read-tei html.xml
