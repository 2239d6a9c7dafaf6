keep -p '(' mots.vrt
