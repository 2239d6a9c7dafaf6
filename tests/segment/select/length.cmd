select -n 3 mots.vrt
