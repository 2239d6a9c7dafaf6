ngrams -X -n 2 petit.vrt
