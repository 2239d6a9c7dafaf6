richness -b speaker -w 3 -i ttr,mattr,msttr texte.vrt
