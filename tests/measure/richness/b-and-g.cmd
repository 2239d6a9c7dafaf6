richness -b speaker -g texte.vrt
