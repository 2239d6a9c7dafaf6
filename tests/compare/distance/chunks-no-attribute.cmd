distance -b party -w 3 chunks.vrt
