types -L stop.txt -l les.txt a.vrt
