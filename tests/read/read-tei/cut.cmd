read-tei cut.xml
