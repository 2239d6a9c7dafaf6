stats -b party -t texte.stem | cut -f 1-3,8-10
