iconv -f UTF-8 -t UTF-16 latin16.xml | read-tei
