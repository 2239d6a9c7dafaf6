themes -x -d dict.tsv texte.stem | tail -n 1
