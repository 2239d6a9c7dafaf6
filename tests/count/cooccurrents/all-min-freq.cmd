cooccurrents -A -F 3 -m 1 petit.vrt | cut -f 1-6
