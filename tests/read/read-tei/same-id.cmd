read-tei plain.xml plain.xml
