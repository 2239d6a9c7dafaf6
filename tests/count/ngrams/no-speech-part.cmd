ngrams -b year sans-discours.vrt
