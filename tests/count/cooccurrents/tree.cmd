cooccurrents -A -M -f edges petit.vrt
