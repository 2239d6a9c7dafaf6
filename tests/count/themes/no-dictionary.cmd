themes -d missing.tsv texte.stem
