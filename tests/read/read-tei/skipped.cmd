read-tei skipped.xml
