keep -n 2,3 mots.vrt
