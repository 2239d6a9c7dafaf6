cooccurrents -i chi2 -p peuple petit.vrt
