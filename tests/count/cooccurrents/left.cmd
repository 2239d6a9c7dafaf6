cooccurrents -q -m 1 -w 2,0 -p peuple petit.vrt | cut -f 1,2,4,15,16
