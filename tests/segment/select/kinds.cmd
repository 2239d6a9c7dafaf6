select -k wn mots.vrt
