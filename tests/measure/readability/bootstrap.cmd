readability -B 200 -s 7 texte.vrt
