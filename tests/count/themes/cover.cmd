themes -z -d dict.tsv texte.stem
