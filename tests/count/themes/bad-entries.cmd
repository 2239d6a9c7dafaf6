for i in 1 2 3 4 5 6 7 8 9; do themes -d bad$i.tsv texte.stem; done
