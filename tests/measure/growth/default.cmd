growth texte.vrt
