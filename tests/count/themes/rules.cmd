themes -R rules -d fisc.tsv texte.tok
