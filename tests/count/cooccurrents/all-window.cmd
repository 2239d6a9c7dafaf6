cooccurrents -q -A -m 1 -w 1 petit.vrt | cut -f 1-6
