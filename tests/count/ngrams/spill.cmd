ngrams -n 1-3 petit.vrt >a.tmp; ngrams -T 1 -n 1-3 petit.vrt | cmp - a.tmp; ngrams -T 20 -X -n 4-9 petit.vrt >a.tmp; ngrams -X -n 4-9 petit.vrt | cmp - a.tmp; rm a.tmp; ngrams -T 5 -n 3 petit.vrt
