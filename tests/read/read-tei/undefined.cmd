read-tei undefined.xml
