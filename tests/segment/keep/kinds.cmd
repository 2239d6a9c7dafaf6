keep -k wn mots.vrt
