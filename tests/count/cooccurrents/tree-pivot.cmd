cooccurrents -M -p paix petit.vrt
