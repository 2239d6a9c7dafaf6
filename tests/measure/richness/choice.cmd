richness -i yule_k,ttr,yule_k texte.vrt
