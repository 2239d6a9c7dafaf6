# Durand: la loi la | paix le roi, la is left over; Martin: la loi la
distance -b speaker -w 3 chunks.vrt
