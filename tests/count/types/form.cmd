types a.vrt
