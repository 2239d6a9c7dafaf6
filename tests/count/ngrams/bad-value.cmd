ngrams -n
