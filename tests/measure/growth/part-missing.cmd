growth -b party -n 1 texte.vrt
