themes -u -d ties.tsv texte.stem
