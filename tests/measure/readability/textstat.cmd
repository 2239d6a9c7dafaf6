readability -C textstat texte.vrt
