read-tei several-bytes.xml
