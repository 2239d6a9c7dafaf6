# a token near two pivots counts once; the pivots' own tokens do not count
cooccurrents -m 1 -w 3 -p peuple -p pai* petit.vrt | cut -f 1-5,15,16
