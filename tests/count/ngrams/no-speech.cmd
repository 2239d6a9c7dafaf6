ngrams sans-discours.vrt
