ngrams -n 2 valeurs.vrt
