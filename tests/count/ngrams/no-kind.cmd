ngrams sans-kind.vrt
