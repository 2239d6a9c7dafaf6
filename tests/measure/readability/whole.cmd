readability -g texte.vrt
