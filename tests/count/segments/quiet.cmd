segments -q -b year -n 4 texte.vrt | wc -l
