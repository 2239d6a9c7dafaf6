select -k '' mots.vrt
