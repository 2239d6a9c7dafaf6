types -k w bare.vrt
