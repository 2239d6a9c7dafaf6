keep -n 3,2 mots.vrt
