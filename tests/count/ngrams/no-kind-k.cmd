ngrams -k w sans-kind.vrt
