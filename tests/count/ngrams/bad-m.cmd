ngrams -m 0 petit.vrt
