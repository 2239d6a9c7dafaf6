distance -b speaker -w 3 -M delta chunks.vrt
