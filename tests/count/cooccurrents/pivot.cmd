cooccurrents -m 1 -p peuple petit.vrt
