# tolerance 1e-5
cooccurrents -q -m 2 -w 3,4 -p de cooccurrents.vrt
