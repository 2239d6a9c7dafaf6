check -D hier, good.vrt
