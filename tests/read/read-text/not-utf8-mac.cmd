read-text -e MACINTOSH not-utf8-mac.txt; read-text not-utf8-mac.txt
