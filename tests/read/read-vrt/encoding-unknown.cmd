read-vrt -e x -o word latin.vrt
