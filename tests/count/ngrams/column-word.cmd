ngrams -c word -n 2 petit.vrt
