readability texte.vrt
