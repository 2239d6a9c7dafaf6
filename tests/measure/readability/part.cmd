readability -b speaker texte.vrt
