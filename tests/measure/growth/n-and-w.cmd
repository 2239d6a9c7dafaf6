growth -n 2 -w 2 texte.vrt
