readability -B 1 texte.vrt
