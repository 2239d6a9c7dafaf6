ngrams -n 2 -S 1 -b party
