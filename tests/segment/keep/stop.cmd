keep -l stop.txt -l stop2.txt mots.vrt
