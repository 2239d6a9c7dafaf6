read-vrt -o word latin.vrt
