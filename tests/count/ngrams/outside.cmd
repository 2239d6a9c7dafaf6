ngrams -n 1-2 -b id
