themes -z -U texte.stem
