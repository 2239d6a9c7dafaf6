stats -a title,party texte.stem | cut -f 1-4
