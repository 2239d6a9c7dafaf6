richness -B 200 -l 0.8 -g -i ttr texte.vrt
