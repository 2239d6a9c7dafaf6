richness -i ttr,mattrr texte.vrt
