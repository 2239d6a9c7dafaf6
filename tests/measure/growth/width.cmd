growth -w 3 texte.vrt
