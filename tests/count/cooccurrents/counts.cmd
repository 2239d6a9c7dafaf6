cooccurrents -A -f counts -w 1 petit.vrt
