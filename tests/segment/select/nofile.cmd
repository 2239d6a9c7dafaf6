select -l nowhere.txt mots.vrt
