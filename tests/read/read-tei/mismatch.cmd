read-tei mismatch.xml
