readability -b speaker -g texte.vrt
