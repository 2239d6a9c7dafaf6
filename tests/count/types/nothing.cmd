types -m 9 a.vrt
