read-tei doctype.xml
