growth -n 0 texte.vrt
