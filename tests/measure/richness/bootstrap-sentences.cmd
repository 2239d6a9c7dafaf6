richness -B 200 -u sentence -g -i ttr texte.vrt
