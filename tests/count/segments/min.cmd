segments -a -m 3 texte.vrt
