richness -s -1 texte.vrt
