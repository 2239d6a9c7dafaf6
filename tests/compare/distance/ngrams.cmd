# one size n is as good as another
ngrams -q -b speaker -n 2 ../../count/ngrams/petit.vrt | distance -M jaccard
