annotate in.vrt
