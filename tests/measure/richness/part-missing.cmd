richness -b party -i ttr texte.vrt
