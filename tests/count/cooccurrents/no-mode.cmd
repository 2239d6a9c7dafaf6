cooccurrents petit.vrt
