ngrams -S 2 -n 2-3 petit.vrt
