cooccurrents -A -f dot petit.vrt
