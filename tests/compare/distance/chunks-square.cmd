distance -q -x -b speaker -w 3 chunks.vrt
