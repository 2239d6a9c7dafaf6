richness -B 200 -s 7 -i ttr,yule_k texte.vrt
