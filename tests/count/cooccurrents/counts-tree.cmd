cooccurrents -A -f counts -M petit.vrt
