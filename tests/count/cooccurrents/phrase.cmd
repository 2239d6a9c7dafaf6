cooccurrents -q -m 1 -w 1 -p 'le peuple' petit.vrt | cut -f 1,2,3,4,15,16
