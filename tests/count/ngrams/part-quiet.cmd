ngrams -q -b speaker petit.vrt
