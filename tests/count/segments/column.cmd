segments -q -c stem texte.vrt | cut -f 1-4
