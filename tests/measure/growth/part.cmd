growth -b speaker -n 2 texte.vrt
