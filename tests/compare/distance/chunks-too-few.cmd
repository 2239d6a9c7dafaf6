distance -b speaker -w 4 chunks.vrt
