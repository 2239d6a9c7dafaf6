ngrams -k wn -n 1-2 petit.vrt
