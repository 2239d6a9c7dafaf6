segments -q -a -b speaker texte.vrt
