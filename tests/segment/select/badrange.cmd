select -p '[a-' mots.vrt
