richness texte.vrt
