themes -d ties.tsv texte.stem
