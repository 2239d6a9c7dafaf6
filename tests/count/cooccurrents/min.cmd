cooccurrents -m 3 -p peuple petit.vrt | cut -f 1-5,9
