segments -q -a -n 2 texte.vrt | cut -f 1-3
echo
segments -q -a -n 3-4 texte.vrt | cut -f 1-3
echo
segments -q -a -n 4- texte.vrt | cut -f 1-3
