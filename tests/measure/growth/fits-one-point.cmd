growth -z -n 1 texte.vrt
