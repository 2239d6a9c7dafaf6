printf 'oui 2\n' | readability -x - texte.vrt
