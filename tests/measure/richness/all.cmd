richness -i all -w 3 texte.vrt
