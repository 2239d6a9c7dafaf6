themes -r -d dict.tsv texte.stem
