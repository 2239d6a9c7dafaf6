select -k ws,x mots.vrt
