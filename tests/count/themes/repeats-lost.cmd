themes -u -d repeats.tsv texte.stem
