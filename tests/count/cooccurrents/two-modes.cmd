cooccurrents -A -p paix petit.vrt
