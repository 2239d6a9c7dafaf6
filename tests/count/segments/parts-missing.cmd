segments -b year -n 4 texte.vrt
