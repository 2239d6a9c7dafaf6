cooccurrents -q -p peuple petit.vrt | head -n 3
