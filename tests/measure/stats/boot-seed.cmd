stats -B 100 -s 7 texte.stem | head -n 3
