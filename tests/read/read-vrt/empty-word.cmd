read-vrt -o word,pos
