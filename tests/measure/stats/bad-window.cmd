stats -w 0 texte.stem
