richness no-such-file.vrt
