cooccurrents -q -m 1 -w 1 -E -p 'pai(n|x)' petit.vrt | cut -f 1,2,4,15,16
