richness -B 200 -u speech -i ttr texte.vrt
