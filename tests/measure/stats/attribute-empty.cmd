stats -a title, texte.stem
