read-tei -u file play.xml
