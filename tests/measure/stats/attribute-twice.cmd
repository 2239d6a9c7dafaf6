stats -a title,title texte.stem
