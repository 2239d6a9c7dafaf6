stats texte.tok
