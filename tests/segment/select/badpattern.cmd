select -p '(' mots.vrt
