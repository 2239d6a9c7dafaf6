cooccurrents -p tyran petit.vrt
