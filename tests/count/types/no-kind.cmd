types bare.vrt
