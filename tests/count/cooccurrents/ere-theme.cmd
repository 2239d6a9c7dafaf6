cooccurrents -E -t paix petit.vrt
