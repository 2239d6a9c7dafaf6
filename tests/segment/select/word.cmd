select -c word -l stop.txt mots.vrt
