stats -w 5 texte.stem | cut -f 1,3,22
