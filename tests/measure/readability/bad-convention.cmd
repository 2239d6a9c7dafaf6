readability -C flesch texte.vrt
