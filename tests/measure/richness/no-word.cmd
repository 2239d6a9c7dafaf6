richness -i ttr,mattr -g
