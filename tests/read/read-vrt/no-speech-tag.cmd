read-vrt -o word - discours2.vrt
