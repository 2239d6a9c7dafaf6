cooccurrents -q -A -f counts -m 2 -w 1 petit.vrt
