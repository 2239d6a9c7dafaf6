read-tei control.xml
