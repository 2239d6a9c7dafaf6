read-tei play.xml
