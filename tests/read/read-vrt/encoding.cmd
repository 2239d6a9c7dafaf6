read-vrt -e latin1 -o word latin.vrt | tail -n 2
