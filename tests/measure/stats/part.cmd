stats -b speaker -a party,title -w 5 texte.stem
