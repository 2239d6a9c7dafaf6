read-tei -l fr,oc languages.xml
