stats -B 1000 -l 0.4 -b speaker texte.stem | sed -n "1p;/sentence_length/p"
