cooccurrents -m 1 -P no-pivots.txt forest.vrt
