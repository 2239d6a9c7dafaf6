richness -g -i ttr texte.vrt
