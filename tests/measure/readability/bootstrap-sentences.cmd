readability -B 200 -u sentence -g texte.vrt
