growth -n 3 texte.vrt
