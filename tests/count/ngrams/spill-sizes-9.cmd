ngrams -T 1 -X -n 8-9 petit.vrt
