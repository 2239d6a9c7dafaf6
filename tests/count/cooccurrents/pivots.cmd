cooccurrents -m 1 -P pivots.txt forest.vrt
