# specificities takes the table; T: the runs' places for n words
segments -q -b speaker -n 4 texte.vrt | specificities -q -t 0 | cut -f 1-7
