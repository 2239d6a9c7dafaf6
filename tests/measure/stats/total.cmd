stats -t -a speaker texte.stem
