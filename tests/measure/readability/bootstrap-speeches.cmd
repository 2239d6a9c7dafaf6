readability -B 200 -l 0.9 -g texte.vrt
