ngrams -n 1-3 petit.vrt
