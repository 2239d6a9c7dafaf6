stats -B 100 -a title texte.stem
