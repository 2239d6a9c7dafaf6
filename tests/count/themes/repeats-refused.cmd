themes -x -d repeats.tsv texte.stem
