check -n x good.vrt
