growth -c stem -n 2 texte.vrt
