read-tei undeclared.xml
