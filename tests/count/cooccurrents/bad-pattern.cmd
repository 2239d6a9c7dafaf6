cooccurrents -p ' ' petit.vrt
