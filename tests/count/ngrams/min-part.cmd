ngrams -q -b speaker -n 2 -m 2 petit.vrt
