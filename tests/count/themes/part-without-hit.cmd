themes -d dict.tsv -b id texte.stem
