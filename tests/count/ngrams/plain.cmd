ngrams -n 1-2 entites.vrt
