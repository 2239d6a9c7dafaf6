cooccurrents -q -A -f edges petit.vrt
