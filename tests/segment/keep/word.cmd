keep -c word -l stop.txt mots.vrt
