themes -b speaker -d dict.tsv texte.stem
