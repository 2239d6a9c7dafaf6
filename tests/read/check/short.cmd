check good.vrt
