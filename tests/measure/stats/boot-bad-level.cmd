stats -B 100 -l 1 texte.stem
