themes -rq -d dict.tsv texte.stem
