keep -L stop.txt -L stop2.txt mots.vrt
