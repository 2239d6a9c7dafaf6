readability -B 200 -u speech texte.vrt
