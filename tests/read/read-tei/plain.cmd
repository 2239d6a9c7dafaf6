read-tei plain.xml
