growth -z -b speaker texte.vrt
