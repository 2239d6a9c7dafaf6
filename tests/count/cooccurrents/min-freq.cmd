cooccurrents -F 4 -m 1 -p peuple petit.vrt | cut -f 1-5,9
