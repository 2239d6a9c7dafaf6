keep -l nowhere.txt mots.vrt
