lemmatise mots.vrt
