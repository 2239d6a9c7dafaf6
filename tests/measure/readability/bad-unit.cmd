readability -B 100 -u word texte.vrt
