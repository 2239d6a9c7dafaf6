distance -b speaker -w 0 chunks.vrt
