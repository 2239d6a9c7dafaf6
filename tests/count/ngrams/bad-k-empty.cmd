ngrams -k '' petit.vrt
