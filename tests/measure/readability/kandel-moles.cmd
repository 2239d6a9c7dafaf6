readability -C kandel-moles texte.vrt
