richness -f spectrum -i ttr,sichel_s parts.spc
