cooccurrents -w s -X -p paix petit.vrt
