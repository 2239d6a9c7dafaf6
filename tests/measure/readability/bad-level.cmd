readability -l 95 texte.vrt
