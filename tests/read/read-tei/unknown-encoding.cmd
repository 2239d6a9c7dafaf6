read-tei unknown-encoding.xml
