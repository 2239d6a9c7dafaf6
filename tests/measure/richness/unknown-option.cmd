richness -y texte.vrt
