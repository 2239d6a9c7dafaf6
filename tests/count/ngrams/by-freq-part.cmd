ngrams -q -r -m 2 -b speaker petit.vrt
