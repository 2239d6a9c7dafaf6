read-vrt first.vrt -
