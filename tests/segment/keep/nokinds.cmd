keep -k ws,x mots.vrt
