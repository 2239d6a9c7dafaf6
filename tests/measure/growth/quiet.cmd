growth -q -b party -n 1 texte.vrt
