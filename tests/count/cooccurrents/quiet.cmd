cooccurrents -q -p peuple petit.vrt | wc -l
