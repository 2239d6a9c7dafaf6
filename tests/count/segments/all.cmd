segments -a texte.vrt
