richness -f table texte.vrt
