keep -n x mots.vrt
