read-vrt -o word | grep "<speech"
