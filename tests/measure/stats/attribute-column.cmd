stats -a title,ttr texte.stem
