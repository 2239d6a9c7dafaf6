ngrams -n 1-2 -m 2 petit.vrt
