ngrams -Z
