readability -x no-such-list texte.vrt
