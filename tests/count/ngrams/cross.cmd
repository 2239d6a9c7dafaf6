ngrams -x -n 2 petit.vrt
