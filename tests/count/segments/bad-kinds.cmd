segments -k x texte.vrt
