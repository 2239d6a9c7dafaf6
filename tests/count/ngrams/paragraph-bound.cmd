ngrams -n 2 paragraphes.vrt
