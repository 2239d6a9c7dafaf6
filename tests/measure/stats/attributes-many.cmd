stats -a "$(seq -s , 1 65)" texte.stem
