themes -q texte.stem | head -n 2
