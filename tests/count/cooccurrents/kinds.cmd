cooccurrents -q -m 1 -w 1 -k wp -p peuple petit.vrt | cut -f 1,2,4,5
