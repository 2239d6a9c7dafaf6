themes -d repeats.tsv texte.stem
