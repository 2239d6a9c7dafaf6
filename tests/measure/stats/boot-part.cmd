stats -B 1000 -t -b speaker -w 5 texte.stem
