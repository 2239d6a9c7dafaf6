themes -r -d empty.tsv texte.stem; themes -b id -d empty.tsv texte.stem
