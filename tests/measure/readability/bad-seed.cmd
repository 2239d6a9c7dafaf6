readability -s x texte.vrt
