stats -B 1000 -w 5 texte.stem
