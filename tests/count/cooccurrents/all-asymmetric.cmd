cooccurrents -A -w 3,2 petit.vrt
