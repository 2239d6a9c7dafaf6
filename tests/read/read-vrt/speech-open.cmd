read-vrt -o word -t u
