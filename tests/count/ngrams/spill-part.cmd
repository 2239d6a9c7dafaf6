ngrams -q -T 1 -b speaker -n 1-2 petit.vrt
