read-tei -u page play.xml
