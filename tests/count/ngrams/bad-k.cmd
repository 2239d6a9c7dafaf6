ngrams -k wx petit.vrt
