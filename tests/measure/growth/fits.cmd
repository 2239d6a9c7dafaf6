growth -z -n 4 texte.vrt
