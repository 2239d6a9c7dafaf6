growth -g texte.vrt
