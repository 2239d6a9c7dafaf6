cooccurrents -A petit.vrt
