select -P '[a' mots.vrt
