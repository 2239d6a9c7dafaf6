richness -B 99 texte.vrt
