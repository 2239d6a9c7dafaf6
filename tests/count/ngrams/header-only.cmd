ngrams -b year -n 1-3 vide.vrt
