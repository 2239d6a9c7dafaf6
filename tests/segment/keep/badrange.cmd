keep -p '[a-' mots.vrt
