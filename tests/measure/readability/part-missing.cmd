readability -b party texte.vrt
