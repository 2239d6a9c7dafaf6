cooccurrents -m 0 -p paix petit.vrt
