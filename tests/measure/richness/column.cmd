richness -c stem -g -i ttr texte.vrt
