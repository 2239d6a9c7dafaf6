stats texte.stem
