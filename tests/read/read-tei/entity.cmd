read-tei entity.xml
