stats -w 1 texte.stem | cut -f 1,3,22
