ngrams -q -b year petit.vrt
