cooccurrents -q -m 1 -w s -p peuple petit.vrt | cut -f 1,2,4,15,16
