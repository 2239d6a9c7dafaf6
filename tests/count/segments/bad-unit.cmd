segments -u turn texte.vrt
