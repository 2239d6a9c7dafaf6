# la loi | la paix | le roi to la loi: (0 + 1/2 + 1) / 3; Martin: la is left over
distance -b speaker -w 2 -M l1 chunks.vrt
