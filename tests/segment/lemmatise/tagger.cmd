lemmatise -q pos.vrt
