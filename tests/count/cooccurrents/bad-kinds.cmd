cooccurrents -k x -p paix petit.vrt
