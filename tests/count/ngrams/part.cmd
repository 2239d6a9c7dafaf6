ngrams -b speaker -n 1-2 petit.vrt
