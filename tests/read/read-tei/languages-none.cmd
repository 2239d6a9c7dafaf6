read-tei -l br languages.xml
