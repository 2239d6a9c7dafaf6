cooccurrents -q -A -f counts -w s -n 3 petit.vrt
