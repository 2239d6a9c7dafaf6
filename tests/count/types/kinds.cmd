types -k wn -m 2 a.vrt
