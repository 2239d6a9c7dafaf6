ngrams -q -b speaker -n 1-2 ../../count/ngrams/petit.vrt | distance
