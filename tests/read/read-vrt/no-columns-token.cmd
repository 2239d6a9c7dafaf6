read-vrt
