segments texte.vrt
