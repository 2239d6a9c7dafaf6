growth -n 1 texte.vrt
