themes -d dict.tsv texte.tok
