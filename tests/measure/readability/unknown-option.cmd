readability -c stem texte.vrt
