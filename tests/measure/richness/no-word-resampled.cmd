richness -i ttr -B 100 -s 1
