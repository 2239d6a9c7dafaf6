cooccurrents -E -p tyran petit.vrt
