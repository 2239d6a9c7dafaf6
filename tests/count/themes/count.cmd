themes -d dict.tsv texte.stem
