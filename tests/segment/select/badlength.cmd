select -n x mots.vrt
