cooccurrents -q -A -M -m 1 -w s -f graphml forest.vrt
