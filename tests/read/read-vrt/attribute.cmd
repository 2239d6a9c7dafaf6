read-vrt -a party=Union -o word | grep "<speech"
