distance -b speaker -w 100 chunks.vrt
