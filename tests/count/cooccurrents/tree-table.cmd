cooccurrents -q -A -M -w s petit.vrt | cut -f 1-8
