check -n 0 good.vrt
