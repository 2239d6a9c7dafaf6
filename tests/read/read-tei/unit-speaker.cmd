read-tei -u speaker play.xml
