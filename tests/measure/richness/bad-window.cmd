richness -w 0 texte.vrt
