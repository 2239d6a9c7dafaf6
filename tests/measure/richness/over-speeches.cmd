richness -i ttr,mattr -w 2
