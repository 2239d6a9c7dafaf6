read-tei
