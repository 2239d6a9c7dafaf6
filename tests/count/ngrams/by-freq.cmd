ngrams -r -n 1-2 petit.vrt
