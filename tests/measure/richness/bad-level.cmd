richness -l 1 texte.vrt
