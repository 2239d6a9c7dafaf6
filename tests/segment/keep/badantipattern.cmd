keep -P '[a' mots.vrt
