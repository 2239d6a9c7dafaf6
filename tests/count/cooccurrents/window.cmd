# one word on each side
cooccurrents -q -m 1 -w 1 -p peuple petit.vrt | cut -f 1,2,4,15,16
