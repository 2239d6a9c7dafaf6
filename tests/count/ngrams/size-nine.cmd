ngrams -n 8-9 -X petit.vrt
