keep -k '' mots.vrt
