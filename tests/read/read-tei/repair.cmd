read-tei repair.xml
