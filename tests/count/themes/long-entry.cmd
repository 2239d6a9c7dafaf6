themes -d long.tsv texte.stem
