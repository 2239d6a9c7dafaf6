ngrams -T 0 petit.vrt
