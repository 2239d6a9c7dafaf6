read-vrt -o word
