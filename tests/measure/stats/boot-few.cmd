stats -B 99 texte.stem
