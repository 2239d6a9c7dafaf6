read-vrt -o word,word
