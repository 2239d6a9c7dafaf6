ngrams -n 2
