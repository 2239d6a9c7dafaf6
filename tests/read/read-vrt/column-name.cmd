read-vrt -o "word,a b"
