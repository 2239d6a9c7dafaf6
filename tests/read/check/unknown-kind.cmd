check -x accents bad.vrt
