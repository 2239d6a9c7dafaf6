keep -n 3 mots.vrt
