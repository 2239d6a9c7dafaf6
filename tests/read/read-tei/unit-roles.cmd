read-tei -u speaker debate.xml; read-tei -u file debate.xml | grep "<speech"
