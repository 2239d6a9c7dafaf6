ngrams -n 2 petit.vrt
