ngrams -k wp -n 2 petit.vrt
