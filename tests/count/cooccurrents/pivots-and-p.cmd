cooccurrents -P pivots.txt -p loi forest.vrt
