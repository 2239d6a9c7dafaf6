segments -m 1 texte.vrt
