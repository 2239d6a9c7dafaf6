themes -u -d dict.tsv texte.stem
