growth -w 100 texte.vrt
