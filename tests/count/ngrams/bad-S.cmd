ngrams -S 10 petit.vrt
