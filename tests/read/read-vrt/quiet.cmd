read-vrt -q -o word
