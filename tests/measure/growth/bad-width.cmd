growth -w 0 texte.vrt
