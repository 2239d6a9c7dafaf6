ngrams -c form petit.vrt
