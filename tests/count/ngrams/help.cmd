ngrams -h
