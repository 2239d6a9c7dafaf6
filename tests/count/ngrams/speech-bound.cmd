ngrams -X -n 2 paragraphes.vrt
