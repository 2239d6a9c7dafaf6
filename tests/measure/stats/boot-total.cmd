stats -B 1000 -t -w 5 texte.stem | tail -n 7
