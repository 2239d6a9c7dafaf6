printf 'oui\t2\noui\t1\n' | readability -x - texte.vrt
