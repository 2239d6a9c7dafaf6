# numbers are words, unless -k says otherwise: then they end a run, or with -x not
segments -q -a -n 2 texte.vrt | grep -c 1905
segments -q -a -k w texte.vrt | grep -c 1905
segments -q -a -k w -x texte.vrt | grep 'de la'
