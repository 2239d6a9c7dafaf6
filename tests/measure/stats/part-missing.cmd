stats -b party texte.stem | cut -f 1-3
