ngrams -q -x -n 2 valeurs.vrt
