types -k x a.vrt
