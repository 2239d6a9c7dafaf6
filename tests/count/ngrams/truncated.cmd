head -n 6 petit.vrt | ngrams
