ngrams -S 1 -n 2 petit.vrt
