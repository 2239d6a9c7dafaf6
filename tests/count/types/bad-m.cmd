types -m 0 a.vrt
