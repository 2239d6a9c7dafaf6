types -l nowhere.txt a.vrt
