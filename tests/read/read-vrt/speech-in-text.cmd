read-vrt -o word -i n
