check -n 10 bad.vrt
