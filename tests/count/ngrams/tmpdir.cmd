TMPDIR=/nowhere/at/all ngrams -T 1 -n 2 petit.vrt
