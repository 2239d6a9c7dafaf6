check -j 2 good.vrt
